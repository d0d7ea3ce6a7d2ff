"""How everything looks: tokens, colour maps, type, icons. A widget asks for a token, never for a colour."""
