namespace KeyAccount.Core;

/// <summary>The rounding of a price: its grain and its direction. The caller decides; nothing is rounded on its own.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record PriceRounding
{
    /// <summary>A rounding.</summary>
    /// <param name="grain">The grain: 0.01 for cents, 0.05, 10; positive.</param>
    /// <param name="direction">Up, down, or to the nearest (see <see cref="MidpointRounding"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public PriceRounding(decimal grain, MidpointRounding direction)
    {
        Guard.Above(grain, 0);
        Guard.Defined(direction);
        Grain = grain;
        Direction = direction;
    }

    /// <summary>The grain; positive.</summary>
    public decimal Grain { get; }

    /// <summary>The direction.</summary>
    public MidpointRounding Direction { get; }

    /// <summary>Rounds a price.</summary>
    /// <param name="price">The price.</param>
    /// <returns>The multiple of the grain in the direction of the policy.</returns>
    /// <exception cref="OverflowException">The result does not fit a decimal; the message names the values.</exception>
    public decimal Round(decimal price) =>
        DecimalOverflow.Named(() => Rounded(price), "PriceRounding.Round", (nameof(price), price), (nameof(Grain), Grain));

    private decimal Rounded(decimal price)
    {
        // Split off the whole grains first: price / grain may itself need rounding, and must not cross a grain by it.
        var whole = Math.Floor(price / Grain);
        var rest = price - (whole * Grain);
        if (rest < 0)
            (whole, rest) = (whole - 1, rest + Grain);
        else if (rest >= Grain)
            (whole, rest) = (whole + 1, rest - Grain);
        var up = Direction switch
        {
            MidpointRounding.ToPositiveInfinity => rest > 0,
            MidpointRounding.ToNegativeInfinity => false,
            MidpointRounding.ToZero => whole < 0 && rest > 0,
            MidpointRounding.AwayFromZero => 2 * rest > Grain || (2 * rest == Grain && whole >= 0),
            _ => 2 * rest > Grain || (2 * rest == Grain && whole % 2 != 0),
        };
        return (whole + (up ? 1 : 0)) * Grain;
    }
}
