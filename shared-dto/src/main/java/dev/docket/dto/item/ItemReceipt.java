package dev.docket.dto.item;

/// The answer to a submission.
public record ItemReceipt(String id, String externalId, ItemState state) {}
