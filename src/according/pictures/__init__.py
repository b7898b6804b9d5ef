"""5. Pictures drawn from claims: dossiers, deployments, network, timeline, boards.

Pure functions of query rows (`knowledge.rows`); each returns a frozen record whose items carry the ids of the claims,
statements and articles behind them. What is threatened, foretold, conditional or called for is never drawn as a fact.
"""

from according.pictures.conditions import Condition, ConditionBoard, draw_conditions
from according.pictures.deployments import Deployment, DeploymentMap, draw_map
from according.pictures.dossier import Dossier, draw_dossier
from according.pictures.lines import Backing, Line, gather_lines
from according.pictures.network import Edge, Network, Node, draw_network
from according.pictures.sayings import Saying, saying
from according.pictures.sources import Source, SourceBoard, draw_sources
from according.pictures.stances import Stance, StanceBoard, draw_stances
from according.pictures.timeline import Moment, Timeline, draw_timeline

__all__ = [
    "Backing",
    "Condition",
    "ConditionBoard",
    "Deployment",
    "DeploymentMap",
    "Dossier",
    "Edge",
    "Line",
    "Moment",
    "Network",
    "Node",
    "Saying",
    "Source",
    "SourceBoard",
    "Stance",
    "StanceBoard",
    "Timeline",
    "draw_conditions",
    "draw_dossier",
    "draw_map",
    "draw_network",
    "draw_sources",
    "draw_stances",
    "draw_timeline",
    "gather_lines",
    "saying",
]
