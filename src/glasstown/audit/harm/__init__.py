"""The harm audit: forty metrics of what a scheme did to people, one file each."""
