"""Classes that PyTorch does not have, as the text of a module; nobody runs it here."""

from __future__ import annotations

from typing import Final

CLASSES: Final = {
    "block": '''
def block(layers):
    """Put layers one after another, by name."""
    return nn.Sequential(OrderedDict(layers))
''',
    "UnitBiasConv2d": '''
class UnitBiasConv2d(nn.Conv2d):
    """A convolution with a bias of its own at every output position."""

    def __init__(self, out_shape, *values, **named):
        super().__init__(*values, **named)
        self.unit_bias = nn.Parameter(torch.zeros(out_shape))

    def forward(self, x):
        return super().forward(x) + self.unit_bias
''',
    "LocallyConnected": '''
class LocallyConnected(nn.Module):
    """A convolution with other filters at every position; its weights are (OH, OW, F, C, K, K)."""

    def __init__(self, shape, stride=1, padding=0, bias=True):
        super().__init__()
        fan_in = shape[3] * shape[4] * shape[5]
        self.weight = nn.Parameter(torch.randn(shape) / fan_in**0.5)
        self.bias = nn.Parameter(torch.zeros(shape[2], shape[0], shape[1])) if bias else None
        self.stride, self.padding = stride, padding

    def forward(self, x):
        OH, OW, filters, *_ = self.weight.shape
        seen = F.unfold(x, self.weight.shape[-1], padding=self.padding, stride=self.stride)
        y = torch.einsum("nkp,pfk->nfp", seen, self.weight.reshape(OH * OW, filters, -1))
        y = y.reshape(len(x), filters, OH, OW)
        return y if self.bias is None else y + self.bias
''',
    "Features": '''
class Features(nn.Module):
    """Chosen functions of two inputs, side by side."""

    def __init__(self, *names):
        super().__init__()
        self.names = names

    def forward(self, x):
        a, b = x[:, 0], x[:, 1]
        of = {
            "first": a, "second": b, "first_squared": a * a, "second_squared": b * b, "product": a * b,
            "sine_first": torch.sin(a), "sine_second": torch.sin(b), "radius": torch.hypot(a, b),
        }
        return torch.stack([of[name] for name in self.names], 1)
''',
    "Swish": '''
class Swish(nn.Module):
    """x·sigmoid(beta·x)."""

    def __init__(self, beta):
        super().__init__()
        self.beta = beta

    def forward(self, x):
        return x * torch.sigmoid(self.beta * x)
''',
    "ScaledTanh": '''
class ScaledTanh(nn.Module):
    """1.7159·tanh(2x/3), as in LeNet."""

    def forward(self, x):
        return 1.7159 * torch.tanh(2 / 3 * x)
''',
    "Step": '''
class Step(nn.Module):
    """1 where x > 0, and 0 elsewhere; with `straight_through` gradients pass as if the slope were 1."""

    def __init__(self, straight_through=False):
        super().__init__()
        self.straight_through = straight_through

    def forward(self, x):
        y = (x > 0).to(x)
        return y + (x - x.detach()) if self.straight_through else y + 0 * x
''',
    "Parallel": '''
class Parallel(nn.Module):
    """Branches that look at the same input; their outputs are laid behind one another, or added."""

    def __init__(self, *branches, merge="concat"):
        super().__init__()
        self.branches = nn.ModuleList(block(branch) for branch in branches)
        self.merge = merge

    def forward(self, x):
        parts = [branch(x) for branch in self.branches]
        return torch.cat(parts, dim=1) if self.merge == "concat" else sum(parts)
''',
    "PadShortcut": '''
class PadShortcut(nn.Module):
    """Every second, third … pixel, with channels of zeros behind."""

    def __init__(self, step, channels):
        super().__init__()
        self.step, self.channels = step, channels

    def forward(self, x):
        if x.ndim == 2:
            return F.pad(x, (0, self.channels))
        return F.pad(x[:, :, :: self.step, :: self.step], (0, 0, 0, 0, 0, self.channels))
''',
    "Residual": '''
class Residual(nn.Module):
    """body(x) + shortcut(x)."""

    def __init__(self, layers, shortcut=None):
        super().__init__()
        self.body = block(layers)
        self.shortcut = nn.Identity() if shortcut is None else shortcut

    def forward(self, x):
        return self.body(x) + self.shortcut(x)
''',
    "as_values": '''
def as_values(t, y, off=0.0):
    """Turn labels into rows with 1 at the label; values stay as they are."""
    if t.ndim == y.ndim:
        return t.to(y)
    if y.shape[1] == 1:
        return torch.where(t[:, None] > 0, 1.0, off).to(y)
    values = torch.full_like(y, off)
    values[torch.arange(len(t)), t] = 1
    return values
''',
}
"""Source of each class or function by its name."""
