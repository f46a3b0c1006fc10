using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The level in our company that is responsible for an account.</summary>
/// <remarks>LibraryDefault.</remarks>
[JsonConverter(typeof(TermJsonConverter<SponsorLevel>))]
public sealed class SponsorLevel : OrderedTerm<SponsorLevel>
{
    /// <summary>The salesperson alone; value 1.</summary>
    public static readonly SponsorLevel Salesperson = new(1);
    /// <summary>The head of sales; value 2.</summary>
    public static readonly SponsorLevel SalesManager = new(2);
    /// <summary>A member of the board; value 3.</summary>
    public static readonly SponsorLevel Board = new(3);

    private SponsorLevel(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.HighestIsBest"/>.</summary>
    public override TermDirection Direction => TermDirection.HighestIsBest;
}
