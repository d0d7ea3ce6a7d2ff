"""The network beside another one."""
