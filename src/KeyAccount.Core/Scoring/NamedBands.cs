using System.Globalization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>Bands that are a model of their own: they have an id and a version, and say where their cuts come from.</summary>
/// <typeparam name="TBand">What a band is: a term such as a tier, or any class with equality.</typeparam>
/// <remarks>Immutable and safe to share between threads; compared by reference.</remarks>
public sealed class NamedBands<TBand> : IModel
    where TBand : class
{
    /// <summary>Gives bands a name.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="bands">The bands.</param>
    /// <param name="provenance">Where the cuts come from; null where you do not say.</param>
    /// <param name="version">The version; not blank.</param>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="version"/> is null or blank.</exception>
    public NamedBands(string id, Bands<TBand> bands, Provenance? provenance = null, string version = "1")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        (Id, Version, Bands, Provenance) = (id, version, bands, provenance);
    }

    /// <summary>The stable identifier.</summary>
    public string Id { get; }

    /// <summary>The version, which stands beside what was judged by these bands.</summary>
    public string Version { get; }

    /// <summary>The bands.</summary>
    public Bands<TBand> Bands { get; }

    /// <summary>Where the cuts come from; null where nobody has said so.</summary>
    public Provenance? Provenance { get; }

    /// <summary>The lower bound of each band with where it comes from.</summary>
    public IEnumerable<ModelDefault> Defaults => Bands.InOrder.Select(band => new ModelDefault(
        $"bands[\"{band.Band}\"]", band.From.ToString(CultureInfo.InvariantCulture), Provenance));

    /// <summary>Other cuts under the same id.</summary>
    /// <param name="bands">The bands.</param>
    /// <param name="version">Their version, which tells them from these; not blank.</param>
    /// <param name="provenance">Where the cuts come from; null where you do not say.</param>
    /// <returns>The new bands; these stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public NamedBands<TBand> With(Bands<TBand> bands, string version, Provenance? provenance = null) => new(Id, bands, provenance, version);

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Id, version and cuts.</returns>
    public override string ToString() =>
        $"{Id} {Version}: {string.Join(", ", Bands.InOrder.Select(each => Invariant($"{each.Band} {each.From}")))}";
}
