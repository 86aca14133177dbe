"""What the site holds in this process's memory alone: files that wait to be loaded, and the load under way."""
