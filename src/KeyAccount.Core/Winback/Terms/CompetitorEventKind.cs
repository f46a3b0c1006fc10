using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Winback;

/// <summary>The progress of a competitor at a customer.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<CompetitorEventKind>))]
public sealed class CompetitorEventKind : Term<CompetitorEventKind>
{
    /// <summary>It delivers a sample or test; value 1.</summary>
    public static readonly CompetitorEventKind Trial = new(1);
    /// <summary>The customer audits it; value 2.</summary>
    public static readonly CompetitorEventKind Audit = new(2);
    /// <summary>It has an order; value 3.</summary>
    public static readonly CompetitorEventKind Order = new(3);

    private CompetitorEventKind(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
