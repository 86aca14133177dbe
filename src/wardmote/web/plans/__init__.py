"""The partnership's plan: priorities, objectives, activities, actions and what became of them."""
