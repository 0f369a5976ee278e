"""The table of units of measurement, as text: one unit a line under the heading of what it measures.

`name: words ; symbols`. An underscore stands for a blank. A plural in -s is understood of the words. The case of a
symbol counts; a symbol of one letter must touch the number unless an underscore follows it. `name=noun` is a rate, per
that noun.
"""

from __future__ import annotations

UNIT_TABLE = """
# length
metre: meter ; m_
kilometre: kilometer kms kilometres kilometer klick ; km
centimetre: centimeter ; cm
millimetre: millimeter ; mm
micrometre: micrometer micron ; μm µm um
nanometre: nanometer ; nm
decimetre: decimeter ; dm
picometre: picometer ; pm
mile: ; mi
foot: feet ; ft
inch: inches ; in
yard: ; yd yds
nautical_mile: ; nmi
light_year: ; ly
hectometre: hectometer ; hm
fathom:
furlong:
astronomical_unit: ; AU
parsec:
# area
hectare: ; ha
acre:
square_metre: square_meter sq_m sq._m ; m2 m²
square_kilometre: square_kilometer sq_km sq._km ; km2 km²
square_mile: sq_mile sq._mile sq_mi ; mi2 mi²
square_foot: square_feet sq_ft sq._ft sqft sq_feet ; ft2 ft²
square_inch: square_inches sq_in ; in2
square_yard: sq_yd
square_centimetre: square_centimeter ; cm2 cm²
dunam:
# volume
litre: liter ; l L
millilitre: milliliter ; ml mL
centilitre: centiliter ; cl
gallon: ; gal
pint:
quart: ; qt
barrel: ; bbl
cubic_metre: cubic_meter cu_m ; m3 m³
cubic_foot: cubic_feet cu_ft
cubic_centimetre: cubic_centimeter ; cc cm3 cm³
cubic_inch: cubic_inches
cubic_kilometre: cubic_kilometer ; km3 km³
cubic_yard:
bushel:
fluid_ounce: fl_oz
tablespoon: tbsp
teaspoon: tsp
acre_foot: acre_feet
hectolitre: hectoliter ; hl
bcm:
cup:
# mass
kilogram: kilo kilogramme ; kg kgs
gram: gramme gm ; g_
milligram: ; mg
microgram: ; μg µg mcg
tonne: metric_ton metric_tonne ; t
ton: short_ton long_ton
pound: ; lb lbs
ounce: ; oz
stone:
carat:
kilotonne: kiloton ; kt
megatonne: megaton ; Mt
gigatonne: gigaton ; Gt
troy_ounce:
grain:
# energy
joule: ; J
kilojoule: ; kJ
megajoule: ; MJ
gigajoule: ; GJ
calorie: ; cal
kilocalorie: ; kcal
kilowatt_hour: ; kWh kwh
megawatt_hour: ; MWh
gigawatt_hour: ; GWh
terawatt_hour: ; TWh
watt_hour: ; Wh
British_thermal_unit: ; BTU Btu
million_British_thermal_units: ; mmBTU mmBtu MMBtu
therm:
electronvolt: ; eV
# power
watt: ; W
kilowatt: ; kW kw
megawatt: ; MW
gigawatt: ; GW
terawatt: ; TW
milliwatt: ; mW
horsepower: horse_power ; hp HP
brake_horsepower: ; bhp BHP
metric_horsepower: ; PS
# speed
mile_per_hour=hour: miles_an_hour ; mph MPH
kilometre_per_hour=hour: kilometers_an_hour ; kph kmh km/h kmph KPH
metre_per_second=second: ; m/s
foot_per_second=second: ; ft/s fps_
knot: ; kn kt_
Mach: mach
# temperature
Celsius: degree_celsius degrees_celsius degree_centigrade degrees_centigrade deg_celsius deg_c centigrade
Celsius: °_celsius °celsius degree_c degrees_c ; °C degrees_C degree_C °_C C ℃
Fahrenheit: degree_fahrenheit degrees_fahrenheit deg_fahrenheit fahrenheit deg_f
Fahrenheit: °_fahrenheit °fahrenheit degree_f degrees_f ; °F degrees_F degree_F °_F F ℉
kelvin: ; K
degree: degrees deg ; °
# data
byte:
kilobyte: ; KB kB
megabyte: meg ; MB
gigabyte: gig ; GB
terabyte: ; TB
petabyte: ; PB
exabyte: ; EB
bit:
kilobit:
megabit: ; Mb
gigabit: ; Gb
megapixel: ; MP
pixel: ; px
# data rate
megabit_per_second=second: ; Mbps Mbit/s Mb/s mbps
gigabit_per_second=second: ; Gbps Gbit/s Gb/s
kilobit_per_second=second: ; Kbps kbps
megabyte_per_second=second: ; MB/s MBps
gigabyte_per_second=second: ; GB/s
# duration
second: sec ; s
minute: min mins
hour: hr hrs ; h
day:
week: wk wks
fortnight:
month: mo
year: yr yrs
decade:
century: centuries
millennium: millennia millenniums
millisecond: ; ms
microsecond: ; μs µs
nanosecond: ; ns
# frequency
hertz: ; Hz
kilohertz: ; kHz
megahertz: ; MHz
gigahertz: ; GHz
revolution_per_minute=minute: revolutions_per_minute ; rpm RPM
beat_per_minute=minute: beats_per_minute ; bpm
frame_per_second=second: frames_per_second ; fps
# electricity
volt: ; V
kilovolt: ; kV
ampere: amp ; A
milliampere: milliamp ; mA
ampere_hour: amp_hour ; Ah
milliampere_hour: ; mAh
ohm: ; Ω
# pressure
pascal: ; Pa
hectopascal: ; hPa
kilopascal: ; kPa
megapascal: ; MPa
gigapascal: ; GPa
bar:
millibar: ; mbar mb
pound_per_square_inch: ; psi PSI
# force
newton: ; N
kilonewton: ; kN
# torque
newton_metre: newton_meter ; Nm N·m
pound_foot: pound_feet foot_pound lb_ft ; lb-ft lb·ft
# sound level
decibel: ; dB dBA db
# radiation
sievert: ; Sv
millisievert: ; mSv
microsievert: ; μSv µSv
becquerel: ; Bq
gray: ; Gy
# fuel economy
mile_per_gallon=gallon: miles_per_gallon miles_to_the_gallon ; mpg MPG
litre_per_100_km: ; l/100km
# concentration
part_per_million: parts_per_million ; ppm
part_per_billion: parts_per_billion ; ppb
part_per_trillion: parts_per_trillion ; ppt
# amount of light
lumen: ; lm
lux:
nit: nits
candela: ; cd
"""
