namespace KeyAccount.Core.Benchmarks;

/// <summary>An account as a user's program would hold it.</summary>
public sealed record Account(string Id, decimal Revenue);
