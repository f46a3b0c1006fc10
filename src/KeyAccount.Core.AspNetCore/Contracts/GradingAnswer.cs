namespace KeyAccount.Core.AspNetCore;

/// <summary>Accounts graded by revenue.</summary>
/// <param name="Accounts">Every account in the order of its rank.</param>
/// <param name="Total">The sum of all positive revenue.</param>
/// <param name="Gini">The concentration, 0 … 1.</param>
public sealed record GradingAnswer(IReadOnlyList<GradedAccount> Accounts, decimal Total, double Gini);
