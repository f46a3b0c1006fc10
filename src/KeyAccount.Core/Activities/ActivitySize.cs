using System.Text.Json.Serialization;
using KeyAccount.Core.Documents;
using static System.FormattableString;

namespace KeyAccount.Core.Activities;

/// <summary>The size of an activity.</summary>
/// <remarks>Immutable, with value equality.</remarks>
public sealed record ActivitySize : IDescribed
{
    /// <summary>A size.</summary>
    /// <param name="fewestGuests">The fewest guests; positive.</param>
    /// <param name="mostGuests">The most guests, at least <paramref name="fewestGuests"/>; null for no limit.</param>
    /// <param name="guestsPerHost">How many guests one of our people looks after; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    [JsonConstructor]
    public ActivitySize(int fewestGuests, int? mostGuests, int guestsPerHost)
    {
        Guard.Above(fewestGuests, 0);
        Guard.Above(guestsPerHost, 0);
        if (mostGuests is { } most)
            Guard.AtLeast(most, fewestGuests, nameof(mostGuests));
        (FewestGuests, MostGuests, GuestsPerHost) = (fewestGuests, mostGuests, guestsPerHost);
    }

    /// <summary>The fewest guests.</summary>
    public int FewestGuests { get; }

    /// <summary>The most guests; null for no limit.</summary>
    public int? MostGuests { get; }

    /// <summary>How many guests one of our people looks after.</summary>
    public int GuestsPerHost { get; }

    /// <summary>The number of our people needed for a number of guests.</summary>
    /// <param name="guests">The guests; not negative.</param>
    /// <returns>The hosts, rounded up.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="guests"/> is negative.</exception>
    public int HostsFor(int guests)
    {
        Guard.NotNegative(guests);
        return (guests / GuestsPerHost) + (guests % GuestsPerHost == 0 ? 0 : 1);
    }

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>All parts by name.</returns>
    public override string ToString() => Invariant(
        $"ActivitySize {{ FewestGuests = {FewestGuests}, MostGuests = {MostGuests}, GuestsPerHost = {GuestsPerHost} }}");

    /// <inheritdoc/>
    public ListItem Describe(string language)
    {
        var writer = new DocumentWriter(language);
        return MostGuests is { } most
            ? writer.Item("Activities.Describe.size", FewestGuests, most, GuestsPerHost)
            : writer.Item("Activities.Describe.size.open", FewestGuests, GuestsPerHost);
    }
}
