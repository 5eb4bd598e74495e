"""On whose word something is told, and whether it is claimed, planned or denied."""
