"""The review: reads the text of a scheme and says where it meets tests of law and human rights. It runs nothing."""
