"""The network as a stack of blocks: drawn, selected, dragged and mended.

`figure` turns a diagnosed network into what each block says, `layout` says where it stands, `canvas` shows the blocks
and takes mouse and keyboard, `drag` opens slots, `bubble` offers mends, `totals` is the foot.
"""
