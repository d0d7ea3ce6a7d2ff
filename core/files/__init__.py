"""Documents on disk: a ``.workbench`` file is a zip of JSON for what a person decided and safetensors for the numbers.

`archive` writes and reads such a zip without trusting it, `parts` says what stands in each part, `document` joins them.
"""

from core.files.document import RunDocument, load_document, save_document

__all__ = ["RunDocument", "load_document", "save_document"]
