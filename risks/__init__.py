"""Strategic risks and opportunities: register, assessment, response, contingency, indicators, exposure."""
