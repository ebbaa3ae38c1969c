"""What the strategy asks of people, topic by topic; each module registers what is due (`core.due`)."""

from strategy.due import analysis as analysis
from strategy.due import cascade as cascade
from strategy.due import charter as charter
from strategy.due import collecting as collecting
from strategy.due import consultation as consultation
from strategy.due import goals as goals
from strategy.due import revisions as revisions
