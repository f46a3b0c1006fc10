using System.Globalization;
using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Scoring;

/// <summary>Bands that are a model in their own right, with an id, a version, and the source of their cuts.</summary>
/// <typeparam name="TBand">The type of a band: a term such as a tier, or any class with equality.</typeparam>
/// <remarks>Immutable and safe to share between threads; compared by reference.</remarks>
public sealed class NamedBands<TBand> : ITunableModel
    where TBand : class
{
    /// <summary>Creates named bands.</summary>
    /// <param name="id">The stable identifier; not blank.</param>
    /// <param name="bands">The bands.</param>
    /// <param name="provenance">The source of the cuts; null if not stated.</param>
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

    /// <summary>The version, which is stored with everything that these bands have rated.</summary>
    public string Version { get; }

    /// <summary>The bands.</summary>
    public Bands<TBand> Bands { get; }

    /// <summary>The source of the cuts; null if not stated.</summary>
    public Provenance? Provenance { get; }

    /// <summary>The lower bound of each band, with its source.</summary>
    public IEnumerable<ModelDefault> Defaults => Bands.InOrder.Select(band => new ModelDefault(
        $"bands[\"{band.Band}\"]", band.From.ToString(CultureInfo.InvariantCulture), Provenance));

    /// <summary>Returns other cuts under the same id.</summary>
    /// <param name="bands">The bands.</param>
    /// <param name="version">The new version, which distinguishes these bands from the others; not blank.</param>
    /// <param name="provenance">The source of the cuts; null if not stated.</param>
    /// <returns>The new bands; these stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public NamedBands<TBand> With(Bands<TBand> bands, string version, Provenance? provenance = null) => new(Id, bands, provenance, version);

    /// <summary>The settings of the bands: the content of a settings file.</summary>
    public BandSettings Settings => new()
    {
        Version = Version, Bands = Bands.InOrder.ToDictionary(each => $"{each.Band}", each => each.From, StringComparer.Ordinal),
    };

    /// <summary>Returns the same bands with the cuts of some settings. A better band never becomes easier to reach than a worse
    /// one.</summary>
    /// <param name="settings">The settings; a band that is left out keeps its bound.</param>
    /// <returns>The new bands; these stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">A setting is invalid; the exception holds every fault with its path.</exception>
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

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>The id, the version and the cuts.</returns>
    public override string ToString() =>
        $"{Id} {Version}: {string.Join(", ", Bands.InOrder.Select(each => Invariant($"{each.Band} {each.From}")))}";
}
