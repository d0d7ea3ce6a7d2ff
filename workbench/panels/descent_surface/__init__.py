"""What is descended: a surface, or a typed formula."""
