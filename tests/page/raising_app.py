"""A page that fails in the way no page should: with an error that nothing catches."""

raise RuntimeError("secret of the server")
