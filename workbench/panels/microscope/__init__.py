"""Convolution and pooling under the microscope, window by window."""
