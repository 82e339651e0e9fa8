"""The measures, one a module, pure, each with its definition and source in its docstring."""
