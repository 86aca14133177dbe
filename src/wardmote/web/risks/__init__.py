"""What may go wrong, what ends and what is coming: the risk register, the partnership's money and its horizon."""
