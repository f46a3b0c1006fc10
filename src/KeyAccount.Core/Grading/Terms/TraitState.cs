using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.Grading;

/// <summary>Whether an account has a trait.</summary>
[JsonConverter(typeof(TermJsonConverter<TraitState>))]
public sealed class TraitState : Term<TraitState>
{
    /// <summary>There is evidence that the account has the trait; value 1.</summary>
    public static readonly TraitState Met = new(1);
    /// <summary>There is evidence that the account lacks the trait; value 2.</summary>
    public static readonly TraitState NotMet = new(2);
    /// <summary>There is no evidence; value 3.</summary>
    public static readonly TraitState Unknown = new(3);

    private TraitState(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
