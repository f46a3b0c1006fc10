namespace KeyAccount.Core.Loyalty;

/// <summary>Retention of accounts and of their revenue between two times.</summary>
/// <param name="Accounts">How many stayed.</param>
/// <param name="Revenue">How much of their revenue stayed.</param>
/// <remarks>Immutable; equal when both parts are.</remarks>
public sealed record RetentionResult(AccountRetention Accounts, RevenueRetention Revenue);
