"""Between the tables and the engine's arrays: COPY in, COPY out."""
