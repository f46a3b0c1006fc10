using System.Text.Json.Serialization;

namespace KeyAccount.Core;

/// <summary>Whom a fact is about, and what becomes of it in a redacted portfolio (<see cref="Reviews.Redaction"/>).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Privacy>))]
public enum Privacy
{
    /// <summary>It is about no person: kept, without the names of people that stand in it.</summary>
    NotPersonal = 0,

    /// <summary>The name of a person: replaced by a pseudonym.</summary>
    PersonName,

    /// <summary>The id of a person in an account: replaced by the pseudonym of that person.</summary>
    PersonId,

    /// <summary>The name or the id of an account: replaced where that is asked for, or where it contains the name of a person.</summary>
    AccountName,

    /// <summary>Free text that may say anything about a person: replaced as a whole.</summary>
    PersonalNote,

    /// <summary>A fact about a person, such as the part in a decision: kept, under the pseudonym of the person.</summary>
    Personal,

    /// <summary>A fact about a person that is nobody's business without being asked for, such as the style of a character: left
    /// out.</summary>
    Confidential,

    /// <summary>A code of a list that is the same for everybody, such as a currency or the id of a rule: kept as it is, whoever else is
    /// called so.</summary>
    Code,
}
