"""Reports: the evaluation as a document to print and hand on, in the parts that a reader asks for."""
