namespace KeyAccount.Core.Documents;

/// <summary>A field of a matrix.</summary>
/// <param name="Value">Its number; null if there is none.</param>
/// <param name="Shade">How strongly it is coloured, 0 … 1; null if the renderer decides by the number.</param>
/// <param name="Note">What is beside the number, such as a share; null for nothing.</param>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record MatrixCell(decimal? Value, double? Shade = null, string? Note = null)
{
    /// <summary>How strongly it is coloured, 0 … 1; null if the renderer decides by the number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public double? Shade { get; init => field = Checked(value); } = Checked(Shade);

    private static double? Checked(double? shade)
    {
        if (shade is { } given)
            Guard.Between(given, 0, 1, nameof(Shade));
        return shade;
    }
}
