using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using KeyAccount.Core.Terms;

namespace KeyAccount.Core.SalesTeam;

/// <summary>A trait that interviewers must not ask about, because it says nothing about the work.</summary>
/// <remarks>A LibraryDefault, on the safe side of most countries' laws. Local law takes precedence.</remarks>
[JsonConverter(typeof(TermJsonConverter<ProtectedTrait>))]
public sealed class ProtectedTrait : Term<ProtectedTrait>
{
    /// <summary>Marriage, pregnancy, children, family plans; value 1.</summary>
    public static readonly ProtectedTrait Family = new(1);
    /// <summary>Age or year of birth; value 2.</summary>
    public static readonly ProtectedTrait Age = new(2);
    /// <summary>Gender, identity or orientation; value 3.</summary>
    public static readonly ProtectedTrait Gender = new(3);
    /// <summary>Illness, disability, weight, hepatitis; value 4.</summary>
    public static readonly ProtectedTrait Health = new(4);
    /// <summary>Ethnicity, nationality, place of birth or household registration; value 5.</summary>
    public static readonly ProtectedTrait Origin = new(5);
    /// <summary>Religion, party or union; value 6.</summary>
    public static readonly ProtectedTrait Belief = new(6);

    private ProtectedTrait(int value, [CallerMemberName] string name = "") : base(name, value) { }
}
