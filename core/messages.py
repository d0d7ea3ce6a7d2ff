"""What each error says in English: one template per code.

The workbench translates these templates; the command line prints them. A message says what was received, what was
expected and what to do next.
"""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    # settings
    "setting_type": "{owner}: {field} is {received}; it takes {expected}.",
    "setting_low": "{owner}: {field} is {received}; the least is {minimum}.",
    "setting_high": "{owner}: {field} is {received}; the most is {maximum}.",
    "setting_choice": "{owner}: {field} is {received}; choose one of {choices}.",
    "setting_unknown": "{owner} has no setting {field}. It has {known}.{hint}",
    "setting_count": "{owner} takes at most {most} values and received {received}.",
    "setting_twice": "{owner}: {field} is given twice.",
    # registry and spec
    "unknown_name": "There is no {registry} called {name}.{hint}",
    "spec_version": "This was written by a newer version (format {received}; this one reads up to {expected}). Update the program to open it.",
    "spec_form": "{where} has {received} where {expected} belongs.{hint}",
    "spec_key": "{where} has the unknown key {received}; it takes {expected}.{hint}",
    "json_broken": "Not readable as JSON: line {line}, column {column}: {reason}.",
    "branch_count": "{kind} takes {expected} of layers and received {received}.",
    "no_such_layer": "There is no layer {layer} in this network.",
    "move_into_itself": "{layer} cannot be moved into itself.",
    # shapes
    "needs_vector": "{kind} needs a vector and receives {received} = {size:,} values.",
    "needs_image": "{kind} needs channels × height × width and receives {received}.",
    "kernel_too_large": "The kernel of {kind} ({kernel}) is larger than its padded input ({padded}).",
    "pool_pad": "{kind}: a padding of {pad} is too much for windows of {size}; give at most {most}.",
    "window_does_not_fit": "{kind}: ({size} + 2·{pad} − {reach}) / {stride} + 1 is not a whole number; {left} rows or columns are left out.",
    "groups_do_not_divide": "{kind}: {groups} groups do not divide {channels} channels.",
    "reshape_size": "{kind} turns {received} ({size:,} values) into {expected} ({wanted:,} values); the counts differ.",
    "branches_differ": "{kind} cannot {merge} branches of shapes {received}.",
    "shortcut_differs": "The body of {kind} gives {received} and its shortcut {expected}; they cannot be added.",
    "too_much_memory": "{kind} would need {needed} of memory; {limit} is the most that is allowed.",
    "output_classes": "The network gives {received} and the data asks for {expected}.",
    "empty_network": "The network has no layer yet.",
    "no_parameters": "No layer of the network has a weight, so nothing can be learned.",
    "loss_task": "{loss} does not fit data for {task}.",
    # hints
    "linear_collapse": "No activation stands between {first} and {second}: together they can do no more than one of them.",
    "two_activations": "Two activations follow each other: {first} and {second}.",
    "softmax_twice": "The loss applies softmax itself; with a Softmax layer before it, it is applied twice.",
    "batchnorm_small_batch": "BatchNorm with a batch of {batch} has almost nothing to average over.",
    "step_cannot_learn": "The slope of Step is 0 everywhere: nothing before it can learn.",
    # text form
    "text_syntax": "Unexpected {received} here. A network reads like: Conv(30, 5) ReLU MaxPool(2) Flatten Affine(10).",
    "text_unclosed": "This bracket is never closed.",
    "text_unopened": "This {received} closes no bracket that is open here.",
    "text_quote": "This quotation mark is never closed; a text ends on the line where it begins.",
    "text_backslash": "A backslash in a text is written twice: \\\\.",
    "text_touching": "Put a space or a comma before {received}.",
    "text_order": "Values without a name come before those with one.",
    "text_expected_layer": "A layer's name belongs here, not {received}.",
    "text_expected_value": "{kind} holds no layers; it takes {expected}.",
    "text_expected_component": "One name with settings belongs here, such as {expected}.",
    "text_branches": "{kind} holds one row of layers; leave the square brackets away or put only one pair.",
    "text_value": "{received} is not a value that can stand here; use {expected}.",
    "text_long": "The text has {received:,} characters; the most is {most:,}.",
    "text_long_number": "A number has at most {most} characters.",
    "text_deep": "Brackets are nested deeper than {most}.",
    # data
    "empty_drawing": "Nothing is drawn yet. Draw a digit first.",
    "no_folder": "{path}: there is no such folder. Choose another one.",
    "no_file": "{path}: there is no such file. Choose another one.",
    "nothing_in_folder": "{path} holds no {expected}. Choose a folder that does.",
    "idx_magic": "{path}: begins with {received}, not with an idx header ({expected}). It is not an idx file.",
    "idx_truncated": "{path}: {received:,} bytes of data where the header promises {expected:,}. The file is cut short; fetch it again.",
    "gzip_broken": "{path}: the gzip data is damaged ({reason}). Fetch the file again.",
    "labels_count": "{path}: {received:,} labels for {expected:,} images. The two files do not belong together.",
    "csv_number": "{path}, line {line}, column {column}: {received} is not a number.",
    "csv_columns": "{path}, line {line}: {received} columns where line {first} has {expected}.",
    "csv_empty": "{path}: no rows of numbers. A CSV file has one sample per line, the label last.",
    "csv_label": "{path}, line {line}: the label {received} is not a whole number from 0 up.",
    "npz_arrays": "{path}: holds the arrays {received}; it needs x and t (or x_train, t_train, x_test, t_test).",
    "npz_broken": "{path}: not a readable npz file ({reason}).",
    "image_broken": "{path}: not a readable image.",
    "image_sizes": "{path} is {received} pixels; the first image is {expected}. Give all images one size, or choose a size to scale to.",
    "download_failed": "{address}: {reason}. Try again, or choose a local folder.",
    "download_size": "{address}: more than {limit:,} bytes came; stopped. The address may no longer hold what it should.",
    "checksum": "{path}: checksum {received}, expected {expected}. The file is damaged or is another one; it was not kept.",
    "values_not_finite": "{path}: contains values that are not finite numbers.",
    "too_few_samples": "{received} samples are too few to split into training, validation and test; give at least {expected}.",
    # documents
    "document_broken": "{path}: not a workbench document, or damaged ({reason}).",
    "document_part": "{path}: the part {part} is missing or damaged ({reason}).",
    "cannot_write": "{path}: cannot be written ({reason}). Choose another place.",
}
