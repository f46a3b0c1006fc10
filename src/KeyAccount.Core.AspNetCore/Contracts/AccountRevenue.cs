namespace KeyAccount.Core.AspNetCore;

/// <summary>The revenue of an account.</summary>
/// <param name="Id">The account.</param>
/// <param name="Revenue">Its revenue.</param>
public sealed record AccountRevenue(string Id, decimal Revenue);
