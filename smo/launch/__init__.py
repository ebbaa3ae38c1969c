"""What `make` starts: the first setup, the embedded database, the processes, the test run."""
