"""5. Pictures drawn from claims: dossiers, deployments, network, timeline, boards."""
