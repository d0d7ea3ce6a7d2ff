"""Many races as one picture: rates and momenta, or starts."""
