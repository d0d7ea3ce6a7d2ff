"""What holds for all racers: steps, noise, clipping, schedule."""
