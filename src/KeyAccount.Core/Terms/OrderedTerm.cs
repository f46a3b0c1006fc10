using System.Diagnostics.CodeAnalysis;

namespace KeyAccount.Core.Terms;

/// <summary>A term whose values run from worse to better: tiers and levels.</summary>
/// <typeparam name="TSelf">The term itself.</typeparam>
/// <remarks>The term declares the direction once, and <see cref="IsAtLeast"/> applies it. So nobody has to remember whether 1 is the best
/// or the worst.</remarks>
public abstract class OrderedTerm<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] TSelf> : Term<TSelf>
    where TSelf : OrderedTerm<TSelf>
{
    /// <summary>Creates a value of the term.</summary>
    /// <param name="name">The stable English identifier; not empty.</param>
    /// <param name="value">The stable number, which also gives the order.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or blank.</exception>
    protected OrderedTerm(string name, int value)
        : base(name, value)
    {
    }

    /// <summary>The end that is the best; the same for every value of the term.</summary>
    public abstract TermDirection Direction { get; }

    /// <summary>Whether this value is as good as another one, or better.</summary>
    /// <param name="other">The value to compare with.</param>
    /// <returns>True when this value is the same as <paramref name="other"/> or nearer to the best end.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <example><c>AccountTier.A.IsAtLeast(AccountTier.B)</c> is true, although A has the value 1 and B the value 2.</example>
    public bool IsAtLeast(TSelf other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Direction == TermDirection.HighestIsBest ? Value >= other.Value : Value <= other.Value;
    }
}
