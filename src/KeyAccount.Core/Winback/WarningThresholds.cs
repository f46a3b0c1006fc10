using KeyAccount.Core.Terms;
using static System.FormattableString;

namespace KeyAccount.Core.Winback;

/// <summary>The thresholds of the warning signs.</summary>
/// <remarks>Immutable; equal when every threshold is. Every default is a <c>LibraryDefault</c>, meant to be replaced by what your own lost
/// customers show.</remarks>
public sealed record WarningThresholds : ITunableModel
{
    /// <inheritdoc/>
    public string Id => "winback.thresholds";

    /// <summary>The version; not blank.</summary>
    /// <exception cref="ArgumentException">The value is blank.</exception>
    public string Version { get; init => field = Guard.NotBlank(value); } = "1";

    /// <summary>The default thresholds.</summary>
    public static WarningThresholds Default { get; } = new();

    /// <summary>The fraction by which purchases must fall.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double PurchasesFall { get; init => field = Guard.Positive(value, nameof(PurchasesFall)); } = 0.2;

    /// <summary>The number of usual intervals that a silence must last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double OverdueRatio { get; init => field = Guard.Positive(value, nameof(OverdueRatio)); } = 1.5;

    /// <summary>The number of standard deviations by which a silence must exceed the usual interval.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double OverdueSpreads { get; init => field = Guard.Positive(value, nameof(OverdueSpreads)); } = 2;

    /// <summary>By which fraction of what the customer spends our share must fall: 0.05 is 5 points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double ShareFall { get; init => field = Guard.Positive(value, nameof(ShareFall)); } = 0.05;

    /// <summary>By which fraction the number of different products must fall.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double RangeFall { get; init => field = Guard.Positive(value, nameof(RangeFall)); } = 0.3;

    /// <summary>By how many days payment must slow down.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double DaysLate { get; init => field = Guard.Positive(value, nameof(DaysLate)); } = 15;

    /// <summary>How many days an invoice may be overdue; the sign is raised from the next day on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double DebtDays { get; init => field = Guard.Positive(value, nameof(DebtDays)); } = 60;

    /// <summary>How many times as many complaints there must be as before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double ComplaintFactor { get; init => field = Guard.Positive(value, nameof(ComplaintFactor)); } = 2;

    /// <summary>For how many days a customer with an unsolved complaint must have been silent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double ComplaintSilenceDays { get; init => field = Guard.Positive(value, nameof(ComplaintSilenceDays)); } = 90;

    /// <summary>How many rhythms of the service standard must pass without a meeting.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double ContactFactor { get; init => field = Guard.Positive(value, nameof(ContactFactor)); } = 2;

    /// <summary>For how many days a key person is new.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double NewPersonDays { get; init => field = Guard.Positive(value, nameof(NewPersonDays)); } = 180;

    /// <summary>For how many days the departure of a key person counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double LeftPersonDays { get; init => field = Guard.Positive(value, nameof(LeftPersonDays)); } = 365;

    /// <summary>For how many days a step of a competitor counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double CompetitorDays { get; init => field = Guard.Positive(value, nameof(CompetitorDays)); } = 365;

    /// <summary>Below how many days the end of a contract is near.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite and above 0.</exception>
    public double ContractDays { get; init => field = Guard.Positive(value, nameof(ContractDays)); } = 90;

    /// <summary>The data half: what a settings file holds.</summary>
    public WarningSettings Settings => new()
    {
        Version = Version,
        PurchasesFall = PurchasesFall,
        OverdueRatio = OverdueRatio,
        OverdueSpreads = OverdueSpreads,
        ShareFall = ShareFall,
        RangeFall = RangeFall,
        DaysLate = DaysLate,
        DebtDays = DebtDays,
        ComplaintFactor = ComplaintFactor,
        ComplaintSilenceDays = ComplaintSilenceDays,
        ContactFactor = ContactFactor,
        NewPersonDays = NewPersonDays,
        LeftPersonDays = LeftPersonDays,
        CompetitorDays = CompetitorDays,
        ContractDays = ContractDays,
    };

    /// <summary>The same thresholds with what settings say.</summary>
    /// <param name="settings">The settings; what is null in them stays as it is here.</param>
    /// <returns>The thresholds; these stay as they are.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="settings"/> is null.</exception>
    /// <exception cref="InvalidModelException">The version is blank.</exception>
    public WarningThresholds With(WarningSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        _ = WarningSettings.Checked(settings);
        return new()
        {
            Version = settings.Version ?? Version,
            PurchasesFall = settings.PurchasesFall ?? PurchasesFall,
            OverdueRatio = settings.OverdueRatio ?? OverdueRatio,
            OverdueSpreads = settings.OverdueSpreads ?? OverdueSpreads,
            ShareFall = settings.ShareFall ?? ShareFall,
            RangeFall = settings.RangeFall ?? RangeFall,
            DaysLate = settings.DaysLate ?? DaysLate,
            DebtDays = settings.DebtDays ?? DebtDays,
            ComplaintFactor = settings.ComplaintFactor ?? ComplaintFactor,
            ComplaintSilenceDays = settings.ComplaintSilenceDays ?? ComplaintSilenceDays,
            ContactFactor = settings.ContactFactor ?? ContactFactor,
            NewPersonDays = settings.NewPersonDays ?? NewPersonDays,
            LeftPersonDays = settings.LeftPersonDays ?? LeftPersonDays,
            CompetitorDays = settings.CompetitorDays ?? CompetitorDays,
            ContractDays = settings.ContractDays ?? ContractDays,
        };
    }

    string ITunableModel.SettingsJson() => Settings.ToJson();

    IModel ITunableModel.WithSettings(string json) => With(WarningSettings.FromJson(json));

    /// <summary>The same thresholds under another version.</summary>
    /// <param name="version">The version; not blank.</param>
    /// <returns>The thresholds.</returns>
    /// <exception cref="ArgumentException"><paramref name="version"/> is null or blank.</exception>
    public WarningThresholds WithVersion(string version) => this with { Version = version };

    /// <inheritdoc/>
    public IEnumerable<ModelDefault> Defaults =>
    [
        Of(nameof(PurchasesFall), PurchasesFall, Default.PurchasesFall),
        Of(nameof(OverdueRatio), OverdueRatio, Default.OverdueRatio),
        Of(nameof(OverdueSpreads), OverdueSpreads, Default.OverdueSpreads),
        Of(nameof(ShareFall), ShareFall, Default.ShareFall),
        Of(nameof(RangeFall), RangeFall, Default.RangeFall),
        Of(nameof(DaysLate), DaysLate, Default.DaysLate),
        Of(nameof(DebtDays), DebtDays, Default.DebtDays),
        Of(nameof(ComplaintFactor), ComplaintFactor, Default.ComplaintFactor),
        Of(nameof(ComplaintSilenceDays), ComplaintSilenceDays, Default.ComplaintSilenceDays),
        Of(nameof(ContactFactor), ContactFactor, Default.ContactFactor),
        Of(nameof(NewPersonDays), NewPersonDays, Default.NewPersonDays),
        Of(nameof(LeftPersonDays), LeftPersonDays, Default.LeftPersonDays),
        Of(nameof(CompetitorDays), CompetitorDays, Default.CompetitorDays),
        Of(nameof(ContractDays), ContractDays, Default.ContractDays),
    ];

    // What a company has set itself needs no provenance of ours.
    private static ModelDefault Of(string name, double value, double ours) => new(
        name,
        Invariant($"{value}"),
        value == ours ? Provenance.LibraryDefault($"{SourceTitle.Selling} names no indicators and no thresholds") : null);

    /// <summary>A culture-invariant form for logs and debuggers.</summary>
    /// <returns>Id, version and some of the thresholds.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Id} {Version}: purchases −{PurchasesFall}, share −{ShareFall}, {DebtDays} days of debt");
}
