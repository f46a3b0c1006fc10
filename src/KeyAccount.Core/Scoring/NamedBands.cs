using System.Globalization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>Bands that are a model of their own: they have an id and a version, and say where their cuts come from.</summary>
/// <typeparam name="TBand">What a band is: a term such as a tier, or any class with equality.</typeparam>
/// <remarks>Immutable and safe to share between threads; compared by reference.</remarks>
public sealed class NamedBands<TBand> : ITunableModel
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

    /// <summary>The version, which is kept with what these bands have judged.</summary>
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

    /// <summary>The data half of the bands: what a settings file holds.</summary>
    public BandSettings Settings => new()
    {
        Version = Version, Bands = Bands.InOrder.ToDictionary(each => $"{each.Band}", each => each.From, StringComparer.Ordinal),
    };

    /// <summary>The same bands with what settings say. A band that is better than another does not become easier to reach.</summary>
    /// <param name="settings">The settings; what is left out stays as it is here.</param>
    /// <returns>The new bands; these stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">Something is wrong; it holds every fault with its path.</exception>
    public NamedBands<TBand> With(BandSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (double From, TBand Band)[] tuned =
            [.. Bands.InOrder.Select(each => (settings.Bands.GetValueOrDefault($"{each.Band}", each.From), each.Band))];
        var faults = new List<ModelFault>();
        if (settings.Version is not null && string.IsNullOrWhiteSpace(settings.Version))
            faults.Add(new("version", "it is blank"));
        ScorecardTuning.CheckKeys("bands", "band", settings.Bands.Keys, Bands.InOrder.Select(each => $"{each.Band}"), faults);
        faults.AddRange(Bands<TBand>.FaultsOf(tuned));
        ScorecardTuning.CheckOrder([.. Bands.InOrder], tuned, faults);
        if (faults.Count > 0)
            throw new InvalidModelException(Id, faults);
        if (tuned.SequenceEqual(Bands.InOrder))
            return new(Id, Bands, Provenance, settings.Version ?? Version);
        var after = new NamedBands<TBand>(Id, new(tuned));
        var version = TunedVersion.Of(settings.Version, Version, TextOf(this), TextOf(after));
        return With(after.Bands, version, Terms.Provenance.Settings(version));

        static string TextOf(NamedBands<TBand> bands) => (bands.Settings with { Version = null }).ToJson();
    }

    string ITunableModel.SettingsJson() => Settings.ToJson();

    IModel ITunableModel.WithSettings(string json) => With(BandSettings.FromJson(json));

    /// <summary>A form for logs and debuggers that does not depend on the machine.</summary>
    /// <returns>Id, version and cuts.</returns>
    public override string ToString() =>
        $"{Id} {Version}: {string.Join(", ", Bands.InOrder.Select(each => Invariant($"{each.Band} {each.From}")))}";
}
