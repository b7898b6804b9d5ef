"""The network: an encoder, a label for each token, and a role for each token as seen from each cue."""

import torch
from torch import nn
from torch.nn import functional

from according.claims.finding.tagger_labels import LABELS, ROLES
from according.claims.finding.tagger_pairs import DISTANCES, PARAGRAPH_STEPS, SENTENCE_STEPS
from according.claims.finding.tagger_tokens import FEATURES

PRODUCT, HIDDEN = 128, 192


class Encoder(nn.Module):
    """Base model plus feature embeddings; gives (hidden states, label logits)."""

    def __init__(self, base: nn.Module) -> None:
        super().__init__()
        self.base = base
        width = base.config.hidden_size
        self.features = nn.Embedding(FEATURES, width)
        nn.init.zeros_(self.features.weight)
        self.label = nn.Linear(width, len(LABELS))

    def forward(
        self, ids: torch.Tensor, features: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        embedded = self.base.get_input_embeddings()(ids) + self.features(features)
        hidden = self.base(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return hidden, self.label(hidden)


class Linker(nn.Module):
    """Roles of all tokens of a window as seen from each anchor: (anchors, length, roles) logits."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.anchor_product = nn.Linear(width, PRODUCT)
        self.token_product = nn.Linear(width, PRODUCT)
        self.anchor = nn.Linear(width, HIDDEN)
        self.token = nn.Linear(width, HIDDEN)
        self.product = nn.Linear(PRODUCT, HIDDEN, bias=False)
        self.distance = nn.Embedding(DISTANCES, HIDDEN)
        self.paragraph = nn.Embedding(2 * PARAGRAPH_STEPS + 1, HIDDEN)
        self.sentence = nn.Embedding(2 * SENTENCE_STEPS + 1, HIDDEN)
        self.role = nn.Linear(HIDDEN, len(ROLES))
        self.label_role = nn.Linear(len(LABELS), len(ROLES), bias=False)
        for table in (self.distance, self.paragraph, self.sentence):
            nn.init.normal_(table.weight, std=0.05)
        with torch.no_grad():
            self.label_role.weight.zero_()
            for i, label in enumerate(LABELS):
                name = label.partition("-")[2] or "none"
                self.label_role.weight[ROLES.index(name), i] = 0.5

    def forward(
        self,
        hidden: torch.Tensor,  # (anchors or 1, length, width)
        logits: torch.Tensor,  # (anchors or 1, length, labels)
        at: torch.Tensor,  # (anchors, width)
        distance: torch.Tensor,
        paragraph: torch.Tensor,
        sentence: torch.Tensor,
    ) -> torch.Tensor:
        product = self.anchor_product(at)[:, None, :] * self.token_product(hidden)
        mixed = self.product(product) + self.token(hidden) + self.anchor(at)[:, None, :]
        mixed = mixed + self.distance(distance) + self.paragraph(paragraph) + self.sentence(sentence)
        return self.role(functional.relu(mixed)) + self.label_role(logits)


class Network(nn.Module):
    """Encoder and linker together, as trained."""

    def __init__(self, base: nn.Module) -> None:
        super().__init__()
        self.encoder = Encoder(base)
        self.linker = Linker(base.config.hidden_size)
