using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>The tier of an account: A, B or C, with A the best.</summary>
/// <remarks>The three classes of the source documents (《开发大客户培训课件》: A the head, B the middle, C the tail of the portfolio).</remarks>
[JsonConverter(typeof(TermJsonConverter<AccountTier>))]
public sealed class AccountTier : OrderedTerm<AccountTier>
{
    /// <summary>The few accounts that bring most of the revenue; value 1.</summary>
    public static readonly AccountTier A = new(1);
    /// <summary>The middle of the portfolio; value 2.</summary>
    public static readonly AccountTier B = new(2);
    /// <summary>The many accounts that bring little each; value 3.</summary>
    public static readonly AccountTier C = new(3);

    private AccountTier(int value, [CallerMemberName] string name = "") : base(name, value) { }

    /// <summary><see cref="TermDirection.LowestIsBest"/>: A = 1 is the best.</summary>
    public override TermDirection Direction => TermDirection.LowestIsBest;
}
