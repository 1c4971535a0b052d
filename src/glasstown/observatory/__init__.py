"""Floor 8. The web page: reads run folders and reports."""
