"""The layers that do something else in training than in prediction: Dropout and BatchNorm, in the update that comes next."""
