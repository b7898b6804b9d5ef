"""What holds between parties: who belongs to, leads, backs, holds, arms whom."""
