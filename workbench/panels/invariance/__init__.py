"""How much networks mind when samples are shifted, turned, shrunk or disturbed."""
