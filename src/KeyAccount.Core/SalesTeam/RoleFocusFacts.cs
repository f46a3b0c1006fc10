namespace KeyAccount.Core.SalesTeam;

/// <summary>The position whose focus in managing performance is wanted.</summary>
/// <param name="Position">The position.</param>
/// <remarks>Immutable; equal when the position is.</remarks>
public sealed record RoleFocusFacts(SalesPosition Position);
