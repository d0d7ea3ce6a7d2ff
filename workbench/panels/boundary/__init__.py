"""What the network says everywhere on the plane, with the points, to look at and to paint on."""
