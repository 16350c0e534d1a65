"""The window: its panels, fields, actions and style. Widgets show state, they hold none."""
