namespace KeyAccount.Core.SalesTeam;

/// <summary>Whose focus in managing performance is asked for.</summary>
/// <param name="Position">The position.</param>
/// <remarks>Immutable; equal when the position is.</remarks>
public sealed record RoleFocusFacts(SalesPosition Position);
