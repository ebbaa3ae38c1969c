"""Pages of action plans: the plan and its tasks, dependencies, baselines, Gantt, roadmap, calendar."""
