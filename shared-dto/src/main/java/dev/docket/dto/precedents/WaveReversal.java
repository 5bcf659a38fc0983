package dev.docket.dto.precedents;

/// Why a wave is taken back after its grace time.
public record WaveReversal(String reasons) {}
