"""Pictures of the register: the heat map, what moved, risk by objective, causes and consequences."""
